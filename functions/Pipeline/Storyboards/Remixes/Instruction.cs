using SoraFunctions.Pipeline.Storyboards.Briefs;

namespace SoraFunctions.Pipeline.Storyboards.Remixes;

/// <summary>One thing to change.</summary>
internal sealed record Instruction
{
    /// <summary>As the caller wrote it.</summary>
    public required string Text { get; init; }

    /// <summary>The shot that it is about, from zero; null when it names none.</summary>
    public int? Shot { get; init; }

    /// <summary>What it wants to see.</summary>
    public Step Step { get; init; } = new();

    /// <summary>What it says about the whole.</summary>
    public required Brief Whole { get; init; }

    /// <summary>What is to make way; null when nothing is replaced.</summary>
    public Step? From { get; init; }

    /// <summary>The kinds of change that it names, such as <c>longer</c>.</summary>
    public required IReadOnlySet<string> Edits { get; init; }

    /// <summary>Whether it takes something away.</summary>
    public bool Removes { get; init; }

    /// <summary>Language that it asks for as a BCP 47 tag; null for none.</summary>
    public string? Language =>
        Edits.FirstOrDefault(edit => edit.StartsWith("language-", StringComparison.Ordinal))?["language-".Length..];

    /// <summary>Whether it describes a scene of its own rather than a change.</summary>
    public bool IsScene => From is null && Edits.Count == 0 && !Removes && Shot is null
        && Step.Subjects.Count > 0 && (Step.Deed is not null || Step.Setting is not null);
}
