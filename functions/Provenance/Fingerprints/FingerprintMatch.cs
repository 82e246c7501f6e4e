namespace SoraFunctions.Provenance.Fingerprints;

/// <summary>A stretch of a film that looks like a stretch of an indexed video.</summary>
/// <param name="Key">What the video was added to the index under.</param>
/// <param name="From">Where the stretch begins in the film that was asked about, in seconds.</param>
/// <param name="To">Where it ends there.</param>
/// <param name="KnownFrom">Where it begins in the indexed video, in seconds.</param>
/// <param name="KnownTo">Where it ends there.</param>
/// <param name="Speed">Seconds of the indexed video that pass in one second of the film: 1.1 for a copy that plays a tenth faster.</param>
/// <param name="Mirrored">Whether left and right are exchanged.</param>
/// <param name="Area">Which part of the film's picture shows the inner 80 % of the video's.</param>
/// <param name="Agreement">How alike the two look: 1 for the same, about 0 for chance.</param>
/// <param name="Chance">Upper bound on the probability that any unrelated video of the index looks so alike.</param>
public sealed record FingerprintMatch(
    long Key, double From, double To, double KnownFrom, double KnownTo, double Speed, bool Mirrored, PictureArea Area, double Agreement, double Chance);
