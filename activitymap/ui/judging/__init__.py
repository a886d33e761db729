"""What the group makes of a contradiction, and the trail of what it made of it before."""
