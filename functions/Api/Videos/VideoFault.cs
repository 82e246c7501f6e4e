namespace SoraFunctions.Api.Videos;

/// <summary>Why a video failed.</summary>
internal sealed record VideoFault(string Code, string Message);
