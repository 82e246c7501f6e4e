using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace SoraFunctions.Shops.Tests.Doubles;

/// <summary>One shop of the fake Admin API.</summary>
public sealed class FakeShop(string name)
{
    public string Name { get; } = name;

    /// <summary>The token that holds; null for none.</summary>
    public string? Token { get; set; }

    public string Code { get; set; } = "code-1";

    /// <summary>The name that buyers reach it by.</summary>
    public string Host { get; set; } = "kettle.example";

    public string Scope { get; set; } = "write_products,write_files,read_orders,read_locales";

    public ConcurrentDictionary<long, FakeProduct> Products { get; } = new();

    public ConcurrentDictionary<string, string> Subscriptions { get; } = new();

    /// <summary>What was asked, by name.</summary>
    public ConcurrentQueue<(string Operation, JsonNode Variables)> Asked { get; } = new();

    /// <summary>How the next question of a name is answered instead.</summary>
    public ConcurrentDictionary<string, ConcurrentQueue<Func<JsonObject?, (int Status, JsonObject? Body)>>> Instead { get; } = new();

    /// <summary>Its marketing activities, by the app's ids.</summary>
    public ConcurrentDictionary<string, JsonNode> Activities { get; } = new();

    /// <summary>What it was told of them.</summary>
    public ConcurrentQueue<(string Activity, JsonNode Engagement)> Engagements { get; } = new();

    /// <summary>Titles and descriptions of products in other languages.</summary>
    public ConcurrentDictionary<(long Product, string Locale), (string Title, string BodyHtml)> Translations { get; } = new();

    public double Points { get; set; } = 2000;

    public double MostPoints { get; set; } = 2000;

    public double PointsPerSecond { get; set; } = 100;

    public DateTimeOffset PointsAt { get; set; } = DateTimeOffset.UtcNow;

    public int Throttled { get; set; }

    public string BulkStatus { get; set; } = "COMPLETED";

    public int Count(string operation) => Asked.Count(one => one.Operation == operation);

    public IReadOnlyList<FakeMedia> Videos(long product) => [.. Products[product].Media.Where(one => one.Kind == "VIDEO")];
}
