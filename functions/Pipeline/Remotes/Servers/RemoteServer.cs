using System.Text.RegularExpressions;
using SoraFunctions.Contract;

namespace SoraFunctions.Pipeline.Remotes.Servers;

/// <summary>A server of the Videos API wire format that renders shots.</summary>
/// <param name="Name">What requests call it as an engine: <c>remote</c>, or <c>remote-</c> and up to 24 of a-z, 0-9 and hyphen.</param>
/// <param name="Url">Where its API begins, such as <c>https://api.example.com/v1</c>; paths are appended.</param>
/// <param name="Terms">What it takes.</param>
/// <param name="Shared">Whether the deployment set it for all tenants, and not a tenant for itself.</param>
/// <param name="KeyHint">The last characters of its key, for people to tell keys apart.</param>
public sealed partial record RemoteServer(string Name, Uri Url, RemoteTerms Terms, bool Shared, string KeyHint)
{
    /// <summary>The name of a remote that was given none.</summary>
    public const string DefaultName = "remote";

    /// <summary>Whether an engine's name is that of a remote.</summary>
    /// <param name="engine">The name.</param>
    public static bool IsName(string engine) => NameForm().IsMatch(engine);

    /// <summary>The remote as an engine. Another address, model, size, length or picture is another version: it would give other frames.</summary>
    public EngineInfo AsEngine() => new(Name, $"{Terms.Model} at {Url.Authority} ({Terms.Digest})")
    {
        Abilities = new EngineAbilities($"Another server, {Url.Authority}, that is asked for {Terms.Model} in words.")
        {
            Device = "remote",
            MostSeconds = Terms.MostSeconds,
            ReadsWords = true,
            ShowsPictures = true,
            ShowsModels = true,
            KeepsProducts = Terms.Picture != RemotePicture.None,
            Notes = [ProductNote, "What it makes itself is not heard."],
        },
    };

    private string ProductNote => Terms.Picture switch
    {
        RemotePicture.None => "It makes the place alone; products are filmed in front of that by the embedded engine, so that labels stay true.",
        RemotePicture.FirstFrame => "Products are sent as a picture of the first frame and drawn anew from it: labels may differ.",
        _ => "Products are sent as their own picture, and shown as the other server shows them.",
    };

    [GeneratedRegex(@"\Aremote(-[a-z0-9](-?[a-z0-9]){0,23})?\z")]
    private static partial Regex NameForm();
}
