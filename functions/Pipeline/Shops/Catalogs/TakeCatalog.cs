using System.Text.Json;
using System.Text.Json.Nodes;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Outbound;
using SoraFunctions.Pipeline.Shops.Admin;
using SoraFunctions.Pipeline.Shops.Products;

namespace SoraFunctions.Pipeline.Shops.Catalogs;

/// <summary>Looks whether a shop has written its catalogue, and goes through it. Broken off, it begins again: what was seen is known by then.</summary>
/// <param name="directory">Opens tokens.</param>
/// <param name="admin">Asks.</param>
/// <param name="http">Gets the file.</param>
/// <param name="products">Take note of what is in it.</param>
public sealed class TakeCatalog(ShopDirectory directory, AdminClient admin, OutboundHttp http, ProductDesk products) : IActivity<CatalogOrder, CatalogStep>
{
    private const int AtOnce = 100;

    /// <summary>Its name and types.</summary>
    public static Activity<CatalogOrder, CatalogStep> Definition { get; } = new("TakeCatalog", 1);

    /// <inheritdoc/>
    public async Task<CatalogStep> Run(CatalogOrder input, CancellationToken cancellation)
    {
        if (await directory.Open(input.Shop, cancellation) is not { Row.BulkId: { } bulk } shop)
        {
            return new CatalogStep(true, Fault: "The app is not installed any more.");
        }

        var operation = (await admin.Ask(shop, "ReadBulk", new JsonObject { ["id"] = bulk }, cancellation)).Data.GetProperty("bulkOperation");
        var status = operation.ValueKind == JsonValueKind.Object ? operation.GetProperty("status").GetString() : "EXPIRED";
        return status switch
        {
            "CREATED" or "RUNNING" or "CANCELING" => new CatalogStep(false),
            "COMPLETED" when operation.GetProperty("url").GetString() is { } url => new CatalogStep(true, await Take(shop, url, cancellation)),
            "COMPLETED" => new CatalogStep(true),
            _ => new CatalogStep(true, Fault: $"The shop's bulk operation ended as {status} {operation.GetProperty("errorCode").GetString()}.".Replace(" .", ".", StringComparison.Ordinal)),
        };
    }

    private async Task<int> Take(ShopAccess shop, string url, CancellationToken cancellation)
    {
        if (!http.IsCallable(url, out var address))
        {
            throw new FinalException("forbidden_address", $"'{shop.Domain}' keeps its catalogue at an address that is not of the public internet.");
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var answer = await http.Send(request, cancellation);
        if (!answer.IsSuccessStatusCode)
        {
            throw new IOException($"the catalogue of '{shop.Domain}' answers with status {(int)answer.StatusCode}");
        }

        await using var content = await answer.Content.ReadAsStreamAsync(cancellation);
        var count = 0;
        await foreach (var some in CatalogLines.Read(content, cancellation).Chunk(AtOnce).WithCancellation(cancellation))
        {
            await products.Take([.. some.Select(product => ProductNews.Of(shop.Row.TenantId, shop.Row.Domain, product, Urgency.BackFill))], cancellation);
            count += some.Length;
        }

        return count;
    }
}
