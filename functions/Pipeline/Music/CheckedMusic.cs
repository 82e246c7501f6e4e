namespace SoraFunctions.Pipeline.Music;

/// <summary>The bytes of music that is taken; not stored yet.</summary>
/// <param name="Bytes">All of the file.</param>
/// <param name="MediaType">Such as <c>audio/mpeg</c>.</param>
public sealed record CheckedMusic(ReadOnlyMemory<byte> Bytes, string MediaType);
