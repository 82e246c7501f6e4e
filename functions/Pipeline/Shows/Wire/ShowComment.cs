using System.ComponentModel;

namespace SoraFunctions.Pipeline.Shows.Wire;

/// <summary>Something that one of an audience said.</summary>
public sealed record ShowComment
{
    /// <summary>Who.</summary>
    [Description("Who said it, up to 200 characters: of one author the last comment that asks for a change counts. Only a hash of it is kept. Left out, each comment counts.")]
    public string? Author { get; init; }

    /// <summary>What.</summary>
    [Description("What was said, 1 to 500 characters, such as 'make it snow' or 'slower please'.")]
    public required string Text { get; init; }
}
