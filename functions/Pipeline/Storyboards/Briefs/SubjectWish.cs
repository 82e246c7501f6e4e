using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Pipeline.Storyboards.Briefs;

/// <summary>A thing that a brief names.</summary>
internal sealed record SubjectWish
{
    /// <summary>What the vocabulary calls it, such as <c>ball</c>.</summary>
    public required string Thing { get; init; }

    /// <summary>Its shape.</summary>
    public required Form Form { get; init; }

    /// <summary>What it is made of.</summary>
    public required Matter Matter { get; init; }

    /// <summary>Colour as <c>#rrggbb</c>; null when neither the brief nor its nature says.</summary>
    public string? Colour { get; init; }

    /// <summary>Height in metres.</summary>
    public required double Height { get; init; }

    /// <summary>How many.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Whether the brief gave it a colour, material, size or number of its own.</summary>
    public bool Described { get; init; }

    /// <summary>Whether it is the second of two that the brief names in one word.</summary>
    public bool Twin { get; init; }

    /// <summary>SHA-256 of the caller's own picture of it; null for none.</summary>
    public string? Picture { get; init; }

    /// <summary>What is shown in its place, such as "a plain ball"; null when it is shown itself.</summary>
    public string? Near { get; init; }

    /// <summary>The word of the brief.</summary>
    public required string Word { get; init; }

    /// <summary>Where the word stands.</summary>
    public required int At { get; init; }
}
