"""What views show beside the machine: item models, and what comes with EightBox."""
