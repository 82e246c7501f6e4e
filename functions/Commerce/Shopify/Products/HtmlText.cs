using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace SoraFunctions.Commerce.Shopify.Products;

/// <summary>What a product's HTML says to a reader: plain text, a line for each paragraph, point or row of a table.</summary>
internal static class HtmlText
{
    /// <summary>As much as a request may bring; cut at the end of a line where it can be.</summary>
    private const int Longest = 8000;

    /// <summary>More is not parsed: the parser's memory grows with it.</summary>
    private const int LongestHtml = 256 * 1024;

    /// <summary>More is not parsed: the parser's time grows with the square of how deep elements are nested.</summary>
    private const int MostTags = 5000;

    private static readonly HashSet<string> _unread = ["script", "style", "template", "noscript", "iframe", "object", "svg", "video", "audio", "select", "button"];

    private static readonly HashSet<string> _lines =
    [
        "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "tr", "table", "thead", "tbody", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6",
        "section", "article", "header", "footer", "blockquote", "figure", "figcaption", "pre", "details", "summary",
    ];

    /// <summary>Reads it.</summary>
    /// <param name="html">The HTML; null for none.</param>
    public static string Of(string? html)
    {
        if (string.IsNullOrWhiteSpace(html))
        {
            return "";
        }

        var body = new HtmlParser().ParseDocument(Bounded(html)).Body;
        var text = new StringBuilder();
        // Walked without recursion: a hostile page nests as deep as it likes.
        var open = new Stack<(INode Node, int Read)>();
        open.Push((body!, 0));
        while (open.TryPop(out var top))
        {
            if (top.Read < top.Node.ChildNodes.Length)
            {
                open.Push((top.Node, top.Read + 1));
                var child = top.Node.ChildNodes[top.Read];
                if (Enter(child, text))
                {
                    open.Push((child, 0));
                }
            }
            else
            {
                Leave(top.Node, text);
            }
        }

        return Cut(string.Join('\n', text.ToString().Split('\n').Select(Folded).Where(line => line.Any(char.IsLetterOrDigit))));
    }

    private static bool Enter(INode node, StringBuilder text)
    {
        switch (node)
        {
            case IText said:
                // A line break in the source is a blank to the reader.
                text.Append(said.Data.Replace('\n', ' ').Replace('\r', ' '));
                return false;
            case IElement element when !_unread.Contains(element.LocalName) && !element.HasAttribute("hidden"):
                text.Append(_lines.Contains(element.LocalName) ? "\n" : "");
                return true;
            default:
                return false;
        }
    }

    private static void Leave(INode node, StringBuilder text)
    {
        if (node is IElement element)
        {
            // The cells of a row are one fact: "Material: cotton".
            text.Append(
                _lines.Contains(element.LocalName) ? "\n"
                : element.LocalName is not ("th" or "td") || element.NextElementSibling is null ? ""
                : text is [.., ':'] ? " "
                : ": ");
        }
    }

    private static string Bounded(string html)
    {
        var end = 0;
        for (var tags = 0; tags < MostTags && end < html.Length; tags++)
        {
            var next = html.IndexOf('<', end + 1);
            end = next < 0 ? html.Length : next;
        }

        return html[..Math.Min(end, LongestHtml)];
    }

    private static string Folded(string line) => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Cut(string text)
    {
        if (text.Length <= Longest)
        {
            return text;
        }

        var end = text.LastIndexOf('\n', Longest);
        return end > Longest / 2 ? text[..end] : text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)];
    }
}
