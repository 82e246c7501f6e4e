namespace SoraFunctions.Contract.Renders;

/// <summary>Music that the caller brings in place of what would be composed.</summary>
/// <param name="Sha256">The asset: MP3, AAC in ADTS or MP4, WAV, FLAC, or Vorbis or Opus in Ogg.</param>
public sealed record OwnMusic(string Sha256);
