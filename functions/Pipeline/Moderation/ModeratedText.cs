namespace SoraFunctions.Pipeline.Moderation;

/// <summary>A text to be judged.</summary>
/// <param name="Field">Where it came from, such as <c>prompt</c> or <c>product.title</c>.</param>
/// <param name="Text">Its words.</param>
public sealed record ModeratedText(string Field, string Text)
{
    /// <summary>Rules of the lists of protected characters that don't hold here, since who orders has a grant.</summary>
    public IReadOnlySet<string> Granted { get; init; } = System.Collections.Frozen.FrozenSet<string>.Empty;

    /// <summary>Names in it of people who have agreed to be shown.</summary>
    public IReadOnlyList<string> Consented { get; init; } = [];
}
