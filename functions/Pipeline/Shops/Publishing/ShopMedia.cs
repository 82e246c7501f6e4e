using System.Text.Json;
using System.Text.Json.Nodes;
using SoraFunctions.Commerce.Shopify.Admin;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Outbound;
using SoraFunctions.Pipeline.Shops.Admin;

namespace SoraFunctions.Pipeline.Shops.Publishing;

/// <summary>The media of products in shops.</summary>
/// <param name="admin">Asks.</param>
/// <param name="http">Brings bytes to where a shop wants them.</param>
public sealed class ShopMedia(AdminClient admin, OutboundHttp http)
{
    /// <summary>The video of that file name among a product's media: its id, or null; and whether there is such a product at all.</summary>
    /// <param name="shop">Which shop.</param>
    /// <param name="publication">Which product and file.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<(bool Product, string? MediaId)> Find(ShopAccess shop, Publication publication, CancellationToken cancellation)
    {
        string? after = null;
        while (true)
        {
            var answer = await admin.Ask(
                shop, "FindVideos", new JsonObject { ["product"] = AdminId.Product(publication.ProductId), ["after"] = after }, cancellation);
            if (answer.Data.GetProperty("product") is not { ValueKind: JsonValueKind.Object } product)
            {
                return (false, null);
            }

            var media = product.GetProperty("media");
            var found = media.GetProperty("nodes").EnumerateArray()
                .FirstOrDefault(node => node.TryGetProperty("filename", out var name) && name.GetString() == publication.FileName);
            var page = media.GetProperty("pageInfo");
            if (found.ValueKind == JsonValueKind.Object || !page.GetProperty("hasNextPage").GetBoolean())
            {
                return (true, found.ValueKind == JsonValueKind.Object ? found.GetProperty("id").GetString() : null);
            }

            after = page.GetProperty("endCursor").GetString();
        }
    }

    /// <summary>Brings the bytes of a video to the shop; from there they can be made one of its media.</summary>
    /// <param name="shop">Which shop.</param>
    /// <param name="fileName">Its name there.</param>
    /// <param name="content">Its bytes; can seek.</param>
    /// <param name="cancellation">Stops the transfer.</param>
    /// <returns>Where they are.</returns>
    public async Task<string> Upload(ShopAccess shop, string fileName, Stream content, CancellationToken cancellation)
    {
        var input = new JsonObject
        {
            ["resource"] = "VIDEO",
            ["filename"] = fileName,
            ["mimeType"] = "video/mp4",
            ["fileSize"] = FormattableString.Invariant($"{content.Length}"),
            ["httpMethod"] = "POST",
        };
        var answer = await admin.Change(shop, "StageUpload", "stagedUploadsCreate", new JsonObject { ["input"] = new JsonArray(input) }, cancellation);
        var target = answer.Data.GetProperty("stagedUploadsCreate").GetProperty("stagedTargets")[0];
        if (!http.IsCallable(target.GetProperty("url").GetString()!, out var address))
        {
            throw new FinalException("forbidden_address", $"'{shop.Domain}' wants the video at an address that is not of the public internet.");
        }

        // Every parameter as it was given, and the file last: what comes after it is not read.
        using var form = new MultipartFormDataContent();
        foreach (var parameter in target.GetProperty("parameters").EnumerateArray())
        {
            form.Add(new StringContent(parameter.GetProperty("value").GetString()!) { Headers = { ContentType = null } }, $"\"{parameter.GetProperty("name").GetString()}\"");
        }

        form.Add(new StreamContent(content) { Headers = { ContentType = new("video/mp4") } }, "\"file\"", $"\"{fileName}\"");
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = form };
        using var stored = await http.Send(request, cancellation);
        return stored.IsSuccessStatusCode
            ? target.GetProperty("resourceUrl").GetString()!
            : throw new IOException($"the staged upload for '{shop.Domain}' answers with status {(int)stored.StatusCode}");
    }
}
