using System.ComponentModel;

namespace SoraFunctions.Pipeline.Requests.Wire;

/// <summary>A rating as it is written.</summary>
public sealed record AdRating
{
    /// <summary>Stars.</summary>
    [Description("Mean of all ratings, 0 to 5 stars, such as 4.8.")]
    public required decimal Value { get; init; }

    /// <summary>How many.</summary>
    [Description("Number of ratings; left out where it is not to be shown.")]
    public int? Count { get; init; }
}
