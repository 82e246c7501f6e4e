using System.Text;
using System.Text.RegularExpressions;

namespace SoraFunctions.Models.Conversion;

/// <summary>
/// Reads what a minified script module exports when that is plain data: an object literal, or one text. The script is not run.
/// </summary>
internal static partial class ScriptModule
{
    /// <summary>The exported text; what base64 needs, so escapes are refused.</summary>
    /// <param name="script">The module.</param>
    /// <exception cref="ConversionException">The module exports no text.</exception>
    public static string Text(string script)
    {
        var start = Exported(script, '"') + 1;
        var end = script.IndexOf('"', start);
        return end > start && script.IndexOf('\\', start, end - start) < 0
            ? script[start..end]
            : throw new ConversionException("the script exports no plain text");
    }

    /// <summary>The exported object as JSON.</summary>
    /// <param name="script">The module.</param>
    /// <exception cref="ConversionException">The module exports no object, or one with more than data.</exception>
    public static string Json(string script)
    {
        var json = new StringBuilder();
        var depth = 0;
        for (var at = Exported(script, '{'); at < script.Length;)
        {
            if (Token().Match(script, at) is not { Success: true } token)
                break;
            at += token.Length;
            var text = token.Value;
            json.Append(text switch
            {
                "!0" => "true",
                "!1" => "false",
                "true" or "false" or "null" => text,
                _ when token.Groups["name"].Success => $"\"{text}\"",
                _ when token.Groups["number"].Success => Number(text),
                _ => text,
            });
            depth += text is "{" or "[" ? 1 : text is "}" or "]" ? -1 : 0;
            if (depth == 0)
                return json.ToString();
        }
        throw new ConversionException("the script exports no object of plain data");
    }

    private static int Exported(string script, char first) =>
        script.IndexOf($".exports={first}", StringComparison.Ordinal) is var at and >= 0
            ? at + ".exports=".Length
            : throw new ConversionException("the script exports neither an object nor a text");

    // JSON wants a digit on both sides of the point.
    private static string Number(string text)
    {
        var sign = text.StartsWith('-') ? "-" : "";
        var digits = text[sign.Length..];
        digits = digits.StartsWith('.') ? "0" + digits : digits;
        return sign + TrailingPoint().Replace(digits, "");
    }

    [GeneratedRegex("""\G(?:[{}\[\],:]|"(?:[^"\\]|\\.)*"|![01]|(?<number>-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?<name>[A-Za-z_$][\w$]*))""")]
    private static partial Regex Token();

    [GeneratedRegex(@"\.(?!\d)")]
    private static partial Regex TrailingPoint();
}
