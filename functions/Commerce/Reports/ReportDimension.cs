namespace SoraFunctions.Commerce.Reports;

/// <summary>What the rows of a report are.</summary>
public enum ReportDimension
{
    /// <summary>A row for each video.</summary>
    Video,

    /// <summary>A row for each creative variant.</summary>
    Variant,

    /// <summary>A row for each campaign.</summary>
    Campaign,

    /// <summary>A row for each channel.</summary>
    Channel,

    /// <summary>A row for each product.</summary>
    Product,
}
