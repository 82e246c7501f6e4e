namespace SoraFunctions.Pipeline.Advertising;

/// <summary>Words that a topic is known by.</summary>
/// <param name="Words">As the list has them.</param>
/// <param name="Topic">Which topic.</param>
/// <param name="Instead">What could be said in their place; empty where nothing would do.</param>
internal sealed record AdTerm(string Words, string Topic, string Instead);
