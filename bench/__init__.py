"""Speed, measured as ratios against named baselines in one run: ``make bench``."""
