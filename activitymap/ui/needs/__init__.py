"""The needs: in whose words, how sure, and which services serve and hinder them."""
