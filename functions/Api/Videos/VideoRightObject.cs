namespace SoraFunctions.Api.Videos;

/// <summary>Something of a rights-holder that a video shows; the grant is null where the video is the holder's own.</summary>
internal sealed record VideoRightObject(string Work, string Holder, string? Grant);
