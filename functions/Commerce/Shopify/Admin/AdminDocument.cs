using System.Collections.Concurrent;

namespace SoraFunctions.Commerce.Shopify.Admin;

/// <summary>The GraphQL documents that the Admin API is asked with, by name: one file each in <c>Documents</c>, judged against the published schema by tests.</summary>
public static class AdminDocument
{
    /// <summary>The version of the Admin API that they are written for.</summary>
    public const string ApiVersion = "2026-10";

    private static readonly ConcurrentDictionary<string, string> _texts = new();

    /// <summary>The text of a document. Fails with <see cref="ArgumentException"/> for a name that there is none of.</summary>
    /// <param name="name">Its file's name without the ending, such as <c>ReadShop</c>.</param>
    public static string Text(string name) => _texts.GetOrAdd(name, Read);

    /// <summary>Where a shop answers.</summary>
    /// <param name="root">The shop's address, such as <c>https://green-kettle.myshopify.com</c>.</param>
    public static Uri Endpoint(Uri root)
    {
        ArgumentNullException.ThrowIfNull(root);
        return new Uri($"{root.AbsoluteUri.TrimEnd('/')}/admin/api/{ApiVersion}/graphql.json");
    }

    private static string Read(string name)
    {
        using var stream = typeof(AdminDocument).Assembly.GetManifestResourceStream($"{name}.graphql")
            ?? throw new ArgumentException($"There is no document '{name}'.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
