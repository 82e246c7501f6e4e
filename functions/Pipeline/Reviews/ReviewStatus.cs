using System.Text.Json.Serialization;
using SoraFunctions.Contract;

namespace SoraFunctions.Pipeline.Reviews;

/// <summary>Where a review stands.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<ReviewStatus>))]
public enum ReviewStatus
{
    /// <summary>Nobody, or not enough people, have decided.</summary>
    Waiting,

    /// <summary>The video may be made.</summary>
    Approved,

    /// <summary>It may not.</summary>
    Rejected,

    /// <summary>Nobody decided in time.</summary>
    Expired,

    /// <summary>It was rejected, and the caller asks for another to decide.</summary>
    Appealed,
}
