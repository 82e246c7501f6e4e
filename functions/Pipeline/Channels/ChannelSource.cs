namespace SoraFunctions.Pipeline.Channels;

/// <summary>Where a figure comes from.</summary>
/// <param name="Title">Whose page, or that it is practice.</param>
/// <param name="Date">When it said so: year and month.</param>
public sealed record ChannelSource(string Title, string Date);
