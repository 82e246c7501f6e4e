using System.ComponentModel;

namespace SoraFunctions.Api.Retention;

/// <summary>The body of <c>POST /v1/erasures</c>: one of the two.</summary>
internal sealed record ErasureWish
{
    [Description("The video that is to be erased, with its links, fingerprints, marks and blobs.")]
    public string? VideoId { get; init; }

    [Description("To erase all that this tenant has, its keys included: its own id, so that it can't happen by mistake.")]
    public string? Everything { get; init; }
}
