namespace SoraFunctions.Pipeline.Labels;

/// <summary>The words in the picture. What the law asks for in some cases alone is shown in all: whether one is given is the publisher's to judge.</summary>
/// <param name="When">When the law asks for them.</param>
/// <param name="LeastHeight">Least height of the letters as a share of the shortest side, over 0 to 0.1.</param>
/// <param name="LeastSeconds">How long they are shown at least, from the first frame.</param>
/// <param name="Words">The words by language; en at least.</param>
public sealed record VisibleRule(LabelCase When, double LeastHeight, double LeastSeconds, IReadOnlyDictionary<string, string> Words);
