namespace SoraFunctions.Api.Videos;

/// <summary>Says that something was deleted.</summary>
internal sealed record DeletedObject(string Id, string Object, bool Deleted = true);
