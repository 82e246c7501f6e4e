using SoraFunctions.Pipeline.Storyboards.Briefs;

namespace SoraFunctions.Pipeline.Storyboards.Remixes;

/// <summary>One thing to change.</summary>
internal sealed record Instruction
{
    /// <summary>As the caller wrote it.</summary>
    public required string Text { get; init; }

    /// <summary>Ids of the shots that it is about; null when it names none.</summary>
    public IReadOnlyList<string>? Shots { get; init; }

    /// <summary>What it wants to see.</summary>
    public Step Step { get; init; } = new();

    /// <summary>What it says of a thing, named or not.</summary>
    public Attributes Says { get; init; } = new();

    /// <summary>What it says about the whole.</summary>
    public required Brief Whole { get; init; }

    /// <summary>What is to make way; null when nothing is replaced.</summary>
    public Step? From { get; init; }

    /// <summary>What is to make way, where it is no thing but how one is.</summary>
    public Attributes FromSays { get; init; } = new();

    /// <summary>What it takes away; null when it takes nothing.</summary>
    public Step? Gone { get; init; }

    /// <summary>The kinds of change that it names, such as <c>longer</c>.</summary>
    public required IReadOnlySet<string> Edits { get; init; }

    /// <summary>The words of change in it.</summary>
    public IReadOnlyList<ChangeWord> Words { get; init; } = [];

    /// <summary>Which words it speaks of: <c>caption</c>, <c>title</c>, <c>end-card</c>, <c>call-to-action</c>, <c>price</c>, <c>line</c>; null for none.</summary>
    public string? Label { get; init; }

    /// <summary>The words to put there; null for none.</summary>
    public string? Quote { get; init; }

    /// <summary>Whether it speaks of music, so that a mood in it is the music's.</summary>
    public bool IsOfMusic { get; init; }

    /// <summary>Whether it wants one more shot.</summary>
    public bool IsNewShot { get; init; }

    /// <summary>Names that it speaks of and the vocabulary lacks.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    /// <summary>Whether it begins with an article, as what is not there yet does.</summary>
    public bool IsIndefinite { get; init; }

    /// <summary>Words that are there and make way for <see cref="Quote"/>; null for none.</summary>
    public string? OldQuote { get; init; }

    /// <summary>Whether it speaks of nothing but shots that it names itself.</summary>
    public bool IsOfShots { get; init; }

    /// <summary>Whether a length that it says is the new one, not what is put on or taken off.</summary>
    public bool IsToLength { get; init; }

    /// <summary>Whether it takes something away.</summary>
    public bool Removes => Gone is not null;

    /// <summary>What it says of a kind; null when it says nothing.</summary>
    public string? Said(string kind) => Words.FirstOrDefault(word => word.Kind == kind)?.Value;

    /// <summary>Whether it has a word of a kind.</summary>
    public bool Has(string kind) => Words.Any(word => word.Kind == kind);

    /// <summary>Whether it describes a scene of its own rather than a change.</summary>
    public bool DescribesScene => From is null && Edits.Count == 0 && !Removes && Shots is null && !Has("add") && !IsNewShot
        && Step.Subjects.Count > 0 && (Step.Deed is not null || Step.Setting is not null);
}
