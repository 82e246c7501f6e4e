using System.Runtime.CompilerServices;
using System.Text.Json;
using SoraFunctions.Commerce.Shopify.Admin;
using SoraFunctions.Commerce.Shopify.Products;

namespace SoraFunctions.Pipeline.Shops.Catalogs;

/// <summary>Reads the file of a bulk operation product by product: a line for each, and behind it one for all that hangs on it.</summary>
internal static class CatalogLines
{
    /// <summary>More lines of one product are not kept: it has no more variants and media.</summary>
    private const int MostLines = 10_000;

    /// <summary>The products in a file. Fails with <see cref="JsonException"/> when it is no such file.</summary>
    /// <param name="jsonl">The file.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static async IAsyncEnumerable<ShopifyProduct> Read(Stream jsonl, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var reader = new StreamReader(jsonl);
        var lines = new List<JsonElement>();
        while (await reader.ReadLineAsync(cancellation) is { } text)
        {
            if (text.Length == 0)
            {
                continue;
            }

            var line = JsonElement.Parse(text);
            if (!line.TryGetProperty("__parentId", out _))
            {
                if (AdminProduct.Read(lines) is { } product)
                {
                    yield return product;
                }

                lines.Clear();
            }

            if (lines.Count < MostLines)
            {
                lines.Add(line);
            }
        }

        if (AdminProduct.Read(lines) is { } last)
        {
            yield return last;
        }
    }
}
