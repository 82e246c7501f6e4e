using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Service;

/// <summary>Takes the fingerprint of a picture. Fails with <see cref="InvalidDataException"/> when the file is none, however often it is tried.</summary>
/// <param name="picture">The file.</param>
/// <param name="cancellation">Gives the work up.</param>
public delegate Task<PictureFingerprint> FingerprintMaker(string picture, CancellationToken cancellation);
