using System.Net;
using System.Text;

namespace SoraFunctions.Local.Gallery;

/// <summary>A page that plays all clips of a gallery.</summary>
internal static class GalleryPage
{
    /// <summary>The page as HTML; clips are looked for at <c>group/name.mp4</c> beside it.</summary>
    /// <param name="clips">Group, name and warnings of each clip.</param>
    public static string Of(IEnumerable<(string Group, string Name, IReadOnlyList<string> Warnings)> clips)
    {
        var page = new StringBuilder("""
            <!doctype html><meta charset="utf-8"><title>Gallery</title>
            <style>body{background:#121214;color:#eee;font:15px Inter,sans-serif;margin:32px}main{display:grid;gap:18px;grid-template-columns:repeat(auto-fill,minmax(300px,1fr))}
            video{width:100%;border-radius:8px;background:#000}figure{margin:0}small{color:#e0a060}</style>
            """);
        foreach (var group in clips.GroupBy(clip => clip.Group))
        {
            page.Append(FormattableString.Invariant($"<h2>{group.Key}</h2><main>"));
            foreach (var (_, name, warnings) in group)
            {
                page.Append(FormattableString.Invariant($"<figure><video src=\"{group.Key}/{name}.mp4\" controls loop muted preload=\"metadata\"></video><figcaption>{name}"));
                foreach (var warning in warnings)
                {
                    page.Append(FormattableString.Invariant($"<br><small>{WebUtility.HtmlEncode(warning)}</small>"));
                }

                page.Append("</figcaption></figure>");
            }

            page.Append("</main>");
        }

        return page.ToString();
    }
}
