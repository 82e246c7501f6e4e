namespace SoraFunctions.Pipeline.Videos;

/// <summary>Where the world reaches this service.</summary>
/// <param name="Root">Absolute http or https address without a slash at its end.</param>
public sealed record PublicAddress(string Root)
{
    /// <summary>The tracked link of that code.</summary>
    public string Link(string code) => $"{Root}/l/{code}";

    /// <summary>The page that plays the video of that link.</summary>
    public string Player(string code) => $"{Root}/player/{code}";

    /// <summary>The video of that link as ad servers take it.</summary>
    public string Vast(string code) => $"{Root}/vast/{code}";

    /// <summary>A file of a linked video, open to everyone.</summary>
    public string Media(string code, string file) => $"{Root}/media/{code}/{file}";
}
