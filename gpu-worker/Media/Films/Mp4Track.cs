namespace SoraFunctions.Media.Films;

/// <summary>A track as the index of an MP4 file (ISO/IEC 14496-12) describes it.</summary>
/// <param name="Kind"><c>vide</c> or <c>soun</c>.</param>
/// <param name="TimeScale">Units a second.</param>
/// <param name="Length">Units.</param>
/// <param name="Samples">Frames of picture or sound.</param>
/// <param name="Step">Units that every sample lasts; null when they differ.</param>
/// <param name="EditList">Whether it has one.</param>
/// <param name="Codec">As RFC 6381 writes it, such as <c>avc1.64001F</c>; empty for one that is not known here.</param>
internal sealed record Mp4Track(string Kind, uint TimeScale, long Length, long Samples, uint? Step, bool EditList, string Codec);
