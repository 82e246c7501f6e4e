using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace SoraFunctions.Api.Pages;

/// <summary>Texts of pages that are built into this assembly, with blanks such as <c>{{title}}</c>.</summary>
internal static partial class PageText
{
    /// <summary>A text as it is built in.</summary>
    /// <param name="name">Folder and file, such as <c>player/player.js</c>.</param>
    public static string Read(string name)
    {
        using var reader = new StreamReader(typeof(PageText).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks {name}."));
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>The text with its blanks filled in.</summary>
    /// <param name="text">A text.</param>
    /// <param name="word">What stands for a blank's name, fit for the place it goes to.</param>
    public static string Filled(string text, Func<string, string> word) => Blank().Replace(text, blank => word(blank.Groups[1].Value));

    /// <summary>What a content security policy calls a style or a script by, without the quotes.</summary>
    /// <param name="text">All that is between the tags.</param>
    public static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Blank();
}
