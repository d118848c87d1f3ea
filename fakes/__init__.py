"""Four systems you can break: CRM, billing, payments and ERP, each with its own book, meeting only through events."""
