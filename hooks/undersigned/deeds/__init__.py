"""What signatories are documented to have done: deeds, and searches that found nothing."""
