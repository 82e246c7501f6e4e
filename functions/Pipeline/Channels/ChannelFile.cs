namespace SoraFunctions.Pipeline.Channels;

/// <summary>What a file for a channel may be. Null is no limit that is known.</summary>
/// <param name="Codecs">Picture codecs that it takes, the one that is made first.</param>
/// <param name="LeastBitRate">Lowest bit rate of picture and sound together, in bits a second.</param>
/// <param name="MostBitRate">Highest bit rate of picture and sound together, in bits a second.</param>
/// <param name="LeastSoundBitRate">Lowest bit rate of the sound, in bits a second.</param>
/// <param name="MostBytes">Largest file in bytes.</param>
/// <param name="EditList">Whether it takes an edit list.</param>
public sealed record ChannelFile(
    IReadOnlyList<string> Codecs, int? LeastBitRate, int? MostBitRate, int? LeastSoundBitRate, long? MostBytes, bool EditList);
