namespace SoraFunctions.Contract.Renders;

/// <summary>A picture that a clip is made after.</summary>
/// <param name="Picture">SHA-256 of the picture: PNG, JPEG or WebP.</param>
/// <param name="Role">What it is to the clip.</param>
public sealed record ShotPicture(string Picture, PictureRole Role);
