namespace SoraFunctions.Pipeline.Sounds;

/// <summary>The bytes of sound that is taken; not stored yet.</summary>
/// <param name="Bytes">All of the file.</param>
/// <param name="MediaType">Such as <c>audio/mpeg</c>.</param>
public sealed record CheckedSound(ReadOnlyMemory<byte> Bytes, string MediaType);
