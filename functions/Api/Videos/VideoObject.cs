using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Api.Videos;

/// <summary>A video as the Videos API writes it: its thirteen keys, always there, and seven of our own.</summary>
internal sealed record VideoObject(
    string Id,
    string Object,
    string Model,
    string Status,
    int Progress,
    long CreatedAt,
    long? CompletedAt,
    long? ExpiresAt,
    string? Prompt,
    string Size,
    string Seconds,
    string? RemixedFromVideoId,
    VideoFault? Error,
    bool Suspended,
    Quality Quality,
    IReadOnlyList<string> Warnings,
    IReadOnlyDictionary<string, string> Metadata,
    IReadOnlyDictionary<string, string> Links,
    VideoUsage? Usage,
    IReadOnlyList<VideoRightObject> Rights);
