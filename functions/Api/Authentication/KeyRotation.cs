using System.ComponentModel;

namespace SoraFunctions.Api.Authentication;

/// <summary>The fields of <c>POST /v1/api_keys/{id}/rotate</c>.</summary>
internal sealed record KeyRotation
{
    [Description("For how many more hours the old key works beside the new one, 0 to 168; 24 when left out.")]
    public int? OverlapHours { get; init; }
}
