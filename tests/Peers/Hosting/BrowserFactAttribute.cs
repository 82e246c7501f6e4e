namespace SoraFunctions.Peers.Tests.Hosting;

/// <summary>A fact that needs the npm clients and Chromium.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Script.Missing ?? (Chromium is null ? "There is no Chromium: Debian's package chromium has it." : null);

    /// <summary>Where the browser is; null for nowhere.</summary>
    public static string? Chromium { get; } =
        new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);
}
