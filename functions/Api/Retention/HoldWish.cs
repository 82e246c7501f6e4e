using System.ComponentModel;

namespace SoraFunctions.Api.Retention;

/// <summary>The body of <c>POST /v1/tenant/hold</c>, and of those of videos and campaigns.</summary>
internal sealed record HoldWish
{
    [Description("Why nothing may be removed, such as a file number; up to 200 characters.")]
    public required string Reason { get; init; }
}
