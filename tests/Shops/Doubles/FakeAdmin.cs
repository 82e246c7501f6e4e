using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Commerce.Shopify.Admin;

namespace SoraFunctions.Shops.Tests.Doubles;

/// <summary>
/// Shopify as the app sees it: installation, Admin API, staged uploads, files of bulk operations, pictures. It takes known documents alone, with just
/// the variables that they declare, and counts what they cost.
/// </summary>
public sealed partial class FakeAdmin : IAsyncDisposable
{
    private static readonly byte[] _picture = Pictures.Png(800, 800);
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, byte[]> _staged = new();
    private long _number = 5000;

    private FakeAdmin(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();

    public ConcurrentDictionary<string, FakeShop> Shops { get; } = new();

    public static async Task<FakeAdmin> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var fake = new FakeAdmin(builder.Build());
        fake._app.MapPost("/{shop}/admin/oauth/access_token", fake.Exchange);
        fake._app.MapPost("/{shop}/admin/api/2026-10/graphql.json", fake.Ask);
        fake._app.MapPost("/staged/{id}", fake.Stage);
        fake._app.MapGet("/bulk/{shop}", fake.Bulk);
        fake._app.MapGet("/cdn/{file}", () => Results.Bytes(_picture, "image/png"));
        await fake._app.StartAsync();
        return fake;
    }

    public FakeProduct Product(FakeShop shop, long id) => shop.Products.GetOrAdd(id, number => new FakeProduct(Url, number));

    /// <summary>The bytes that were brought for a video.</summary>
    public byte[]? Uploaded(string resource) => _staged.GetValueOrDefault(resource);

    public long Next() => Interlocked.Increment(ref _number);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Exchange(string shop, HttpContext http)
    {
        var wanted = await JsonNode.ParseAsync(http.Request.Body);
        var known = Shops[shop];
        if (wanted!["client_id"]!.GetValue<string>() != ShopHost.ClientId || wanted["client_secret"]!.GetValue<string>() != ShopHost.Secret || wanted["code"]!.GetValue<string>() != known.Code)
        {
            http.Response.StatusCode = 400;
            return;
        }

        // A code is good for one token.
        known.Code = $"spent-{Next()}";
        known.Token = $"shpat_{Next()}";
        await http.Response.WriteAsJsonAsync(new { access_token = known.Token, scope = known.Scope });
    }

    private async Task Ask(string shop, HttpContext http)
    {
        var known = Shops[shop];
        if (known.Token is null || http.Request.Headers["X-Shopify-Access-Token"] != known.Token)
        {
            http.Response.StatusCode = 401;
            return;
        }

        var body = await JsonNode.ParseAsync(http.Request.Body);
        var (operation, query, variables) = (body!["operationName"]!.GetValue<string>(), body["query"]!.GetValue<string>(), body["variables"]!);
        known.Asked.Enqueue((operation, variables.DeepClone()));
        if (Wrong(operation, query, variables.AsObject()) is { } wrong)
        {
            await http.Response.WriteAsJsonAsync(new JsonObject { ["errors"] = new JsonArray(new JsonObject { ["message"] = wrong }) });
            return;
        }

        if (operation is "TellActivity" or "TellResults" && !known.Scope.Split(',').Contains("write_marketing_events"))
        {
            await http.Response.WriteAsJsonAsync(new JsonObject
            {
                ["errors"] = new JsonArray(new JsonObject { ["message"] = "Access denied", ["extensions"] = new JsonObject { ["code"] = "ACCESS_DENIED" } }),
            });
            return;
        }

        var cost = query.StartsWith("mutation", StringComparison.Ordinal) ? 10 : 20;
        if (Spend(known, cost) is { } refused)
        {
            await http.Response.WriteAsJsonAsync(refused);
            return;
        }

        if (known.Instead.TryGetValue(operation, out var queue) && queue.TryDequeue(out var instead))
        {
            var (status, said) = instead(null);
            if (status == 502)
            {
                // It is done, and the answer is lost.
                Answer(known, operation, variables);
            }

            http.Response.StatusCode = status;
            await http.Response.WriteAsJsonAsync(said ?? []);
            return;
        }

        await http.Response.WriteAsJsonAsync(new JsonObject { ["data"] = Answer(known, operation, variables), ["extensions"] = Cost(known, cost) });
    }

    private static string? Wrong(string operation, string query, JsonObject variables)
    {
        if (query != AdminDocument.Text(operation))
        {
            return "unknown document";
        }

        var declared = Variable().Matches(query.Split('{')[0]).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        return variables.Select(pair => pair.Key).FirstOrDefault(name => !declared.ContainsKey(name)) is { } extra ? $"no variable ${extra}"
            : declared.FirstOrDefault(pair => pair.Value.EndsWith('!') && variables[pair.Key] is null) is { Key: { } missing } ? $"${missing} is missing"
            : null;
    }

    private static JsonObject? Spend(FakeShop shop, double cost)
    {
        lock (shop)
        {
            var now = DateTimeOffset.UtcNow;
            shop.Points = Math.Min(shop.MostPoints, shop.Points + ((now - shop.PointsAt).TotalSeconds * shop.PointsPerSecond));
            shop.PointsAt = now;
            if (shop.Points < cost)
            {
                shop.Throttled++;
                return new JsonObject
                {
                    ["errors"] = new JsonArray(new JsonObject { ["message"] = "Throttled", ["extensions"] = new JsonObject { ["code"] = "THROTTLED" } }),
                    ["extensions"] = Cost(shop, cost),
                };
            }

            shop.Points -= cost;
            return null;
        }
    }

    private static JsonObject Cost(FakeShop shop, double cost) => new()
    {
        ["cost"] = new JsonObject
        {
            ["requestedQueryCost"] = cost,
            ["throttleStatus"] = new JsonObject { ["maximumAvailable"] = shop.MostPoints, ["currentlyAvailable"] = shop.Points, ["restoreRate"] = shop.PointsPerSecond },
        },
    };

    private JsonObject Answer(FakeShop shop, string operation, JsonNode variables) => operation switch
    {
        "ReadShop" => new JsonObject
        {
            ["shop"] = new JsonObject { ["myshopifyDomain"] = shop.Name, ["name"] = "Green Kettle", ["currencyCode"] = "USD", ["primaryDomain"] = new JsonObject { ["host"] = shop.Host } },
            ["shopLocales"] = new JsonArray(new JsonObject { ["locale"] = "de", ["primary"] = false }, new JsonObject { ["locale"] = "en", ["primary"] = true }),
        },
        "ListSubscriptions" => new JsonObject
        {
            ["webhookSubscriptions"] = new JsonObject
            {
                ["nodes"] = new JsonArray([.. shop.Subscriptions.Select(one => (JsonNode)new JsonObject { ["id"] = "gid://shopify/WebhookSubscription/1", ["topic"] = one.Key, ["uri"] = one.Value })]),
            },
        },
        "Subscribe" => Subscribe(shop, variables),
        "FindVideos" => FindVideos(shop, variables),
        "StageUpload" => StageUpload(variables),
        "AddVideo" => AddVideo(shop, variables),
        "ReadVideo" => ReadVideo(shop, variables),
        "PlaceVideo" => PlaceVideo(shop, variables),
        "RemoveVideos" => RemoveVideos(shop, variables),
        "DescribeVideo" => DescribeVideo(shop, variables),
        "TellActivity" => TellActivity(shop, variables["input"]!),
        "TellResults" => TellResults(shop, variables),
        "ReadTranslations" => ReadTranslations(shop, variables),
        "ReadProducts" => ReadProducts(shop, variables),
        "BeginBulk" => new JsonObject
        {
            ["bulkOperationRunQuery"] = new JsonObject { ["bulkOperation"] = new JsonObject { ["id"] = "gid://shopify/BulkOperation/1", ["status"] = "CREATED" }, ["userErrors"] = new JsonArray() },
        },
        "ReadBulk" => new JsonObject
        {
            ["bulkOperation"] = new JsonObject { ["id"] = "gid://shopify/BulkOperation/1", ["status"] = shop.BulkStatus, ["errorCode"] = null, ["url"] = $"{Url}/bulk/{shop.Name}" },
        },
        _ => throw new InvalidOperationException(operation),
    };

    private static JsonObject Subscribe(FakeShop shop, JsonNode variables)
    {
        shop.Subscriptions[variables["topic"]!.GetValue<string>()] = variables["subscription"]!["uri"]!.GetValue<string>();
        return new JsonObject { ["webhookSubscriptionCreate"] = new JsonObject { ["webhookSubscription"] = new JsonObject { ["id"] = "gid://shopify/WebhookSubscription/1" }, ["userErrors"] = new JsonArray() } };
    }

    private static JsonObject FindVideos(FakeShop shop, JsonNode variables)
    {
        if (!shop.Products.TryGetValue(AdminId.NumberOf(variables["product"]!.GetValue<string>())!.Value, out var product))
        {
            return new JsonObject { ["product"] = null };
        }

        lock (product)
        {
            return new JsonObject
            {
                ["product"] = new JsonObject
                {
                    ["id"] = variables["product"]!.GetValue<string>(),
                    ["media"] = new JsonObject { ["nodes"] = new JsonArray([.. product.Media.Select(one => (JsonNode)Node(one))]), ["pageInfo"] = new JsonObject { ["hasNextPage"] = false, ["endCursor"] = null } },
                },
            };
        }
    }

    private static JsonObject Node(FakeMedia media)
    {
        var node = new JsonObject { ["id"] = media.Id, ["status"] = media.Status, ["mediaContentType"] = media.Kind };
        if (media.FileName is not null)
        {
            node["filename"] = media.FileName;
        }

        return node;
    }

    private JsonObject StageUpload(JsonNode variables)
    {
        var input = variables["input"]![0]!;
        var resource = $"{Url}/staged/{Next()}-{input["filename"]}";
        Assert.Equal(("VIDEO", "video/mp4", "POST"), (input["resource"]!.GetValue<string>(), input["mimeType"]!.GetValue<string>(), input["httpMethod"]!.GetValue<string>()));
        var size = long.Parse(input["fileSize"]!.GetValue<string>());
        return new JsonObject
        {
            ["stagedUploadsCreate"] = new JsonObject
            {
                ["stagedTargets"] = new JsonArray(new JsonObject
                {
                    ["url"] = resource,
                    ["resourceUrl"] = resource,
                    ["parameters"] = new JsonArray(new JsonObject { ["name"] = "policy", ["value"] = "p" }, new JsonObject { ["name"] = "size", ["value"] = $"{size}" }),
                }),
                ["userErrors"] = new JsonArray(),
            },
        };
    }

    private async Task Stage(string id, HttpContext http)
    {
        var boundary = http.Request.ContentType!.Split("boundary=")[1].Trim('"');
        var reader = new Microsoft.AspNetCore.WebUtilities.MultipartReader(boundary, http.Request.Body);
        var names = new List<string>();
        long? size = null;
        while (await reader.ReadNextSectionAsync() is { } part)
        {
            var name = Microsoft.Net.Http.Headers.ContentDispositionHeaderValue.Parse(part.ContentDisposition).Name.Value!.Trim('"');
            names.Add(name);
            using var bytes = new MemoryStream();
            await part.Body.CopyToAsync(bytes);
            if (name == "size")
            {
                size = long.Parse(System.Text.Encoding.UTF8.GetString(bytes.ToArray()));
            }
            else if (name == "file")
            {
                http.Response.StatusCode = size == bytes.Length && names is ["policy", "size", "file"] ? 204 : 400;
                _staged[$"{Url}/staged/{id}"] = bytes.ToArray();
            }
        }
    }

    private JsonObject AddVideo(FakeShop shop, JsonNode variables)
    {
        var source = variables["media"]![0]!["originalSource"]!.GetValue<string>();
        Assert.True(_staged.ContainsKey(source));
        var product = shop.Products[AdminId.NumberOf(variables["product"]!["id"]!.GetValue<string>())!.Value];
        lock (product)
        {
            product.Media.Add(new FakeMedia(Next(), "VIDEO", source.Split('/')[^1].Split('-', 2)[1]) { Alt = variables["media"]![0]!["alt"]?.GetValue<string>(), Status = "PROCESSING", Looks = 1 });
        }

        return new JsonObject { ["productUpdate"] = new JsonObject { ["product"] = new JsonObject { ["id"] = $"gid://shopify/Product/{product.Id}" }, ["userErrors"] = new JsonArray() } };
    }

    private static JsonObject ReadVideo(FakeShop shop, JsonNode variables)
    {
        var media = shop.Products.Values.SelectMany(product => product.Media.ToList()).FirstOrDefault(one => one.Id == variables["id"]!.GetValue<string>());
        if (media is null)
        {
            return new JsonObject { ["node"] = null };
        }

        if (media.Status == "PROCESSING" && media.Looks-- <= 0)
        {
            media.Status = "READY";
        }

        return new JsonObject
        {
            ["node"] = new JsonObject
            {
                ["id"] = media.Id, ["alt"] = media.Alt, ["status"] = media.Status,
                ["mediaErrors"] = media.Status == "FAILED" ? new JsonArray(new JsonObject { ["code"] = "VIDEO_VALIDATION_ERROR", ["message"] = "No." }) : new JsonArray(),
            },
        };
    }

    private static JsonObject PlaceVideo(FakeShop shop, JsonNode variables)
    {
        var product = shop.Products[AdminId.NumberOf(variables["product"]!.GetValue<string>())!.Value];
        var move = variables["moves"]![0]!;
        lock (product)
        {
            var media = product.Media.Single(one => one.Id == move["id"]!.GetValue<string>());
            product.Media.Remove(media);
            product.Media.Insert(Math.Min(int.Parse(move["newPosition"]!.GetValue<string>()), product.Media.Count), media);
        }

        return new JsonObject { ["productReorderMedia"] = new JsonObject { ["job"] = new JsonObject { ["id"] = "gid://shopify/Job/1" }, ["mediaUserErrors"] = new JsonArray() } };
    }

    private static JsonObject RemoveVideos(FakeShop shop, JsonNode variables)
    {
        var ids = variables["files"]!.AsArray().Select(one => one!.GetValue<string>()).ToList();
        var removed = shop.Products.Values.Sum(product =>
        {
            lock (product)
            {
                return product.Media.RemoveAll(one => ids.Contains(one.Id));
            }
        });
        return new JsonObject
        {
            ["fileDelete"] = new JsonObject
            {
                ["deletedFileIds"] = new JsonArray(),
                ["userErrors"] = removed == ids.Count ? new JsonArray() : new JsonArray(new JsonObject { ["code"] = "FILE_DOES_NOT_EXIST", ["field"] = new JsonArray(), ["message"] = "gone" }),
            },
        };
    }

    private static JsonObject DescribeVideo(FakeShop shop, JsonNode variables)
    {
        var file = variables["files"]![0]!;
        var media = shop.Products.Values.SelectMany(product => product.Media.ToList()).FirstOrDefault(one => one.Id == file["id"]!.GetValue<string>());
        if (media is { Status: "READY" })
        {
            media.Alt = file["alt"]!.GetValue<string>();
        }

        return Refused("fileUpdate", media is null ? "FILE_DOES_NOT_EXIST" : media.Status != "READY" ? "NON_READY_STATE" : null);
    }

    private static JsonObject TellActivity(FakeShop shop, JsonNode input)
    {
        var id = input["remoteId"]!.GetValue<string>();
        var tags = input["utm"]!.ToJsonString();
        var refusal = shop.Activities.TryGetValue(id, out var known) && known["utm"]!.ToJsonString() != tags ? "IMMUTABLE_UTM_PARAMETERS"
            : shop.Activities.Any(one => one.Key != id && one.Value["utm"]!.ToJsonString() == tags) ? "MARKETING_ACTIVITY_WITH_UTM_CAMPAIGN_ALREADY_EXISTS"
            : null;
        if (refusal is null)
        {
            shop.Activities[id] = input.DeepClone();
        }

        return Refused("marketingActivityUpsertExternal", refusal);
    }

    private static JsonObject TellResults(FakeShop shop, JsonNode variables)
    {
        var (id, engagement) = (variables["remoteId"]!.GetValue<string>(), variables["marketingEngagement"]!);
        var refusal = !shop.Activities.ContainsKey(id) ? "INVALID_REMOTE_ID"
            : engagement["sales"]!["currencyCode"]!.GetValue<string>() != engagement["adSpend"]!["currencyCode"]!.GetValue<string>() ? "CURRENCY_CODE_MISMATCH_INPUT"
            : null;
        if (refusal is null)
        {
            shop.Engagements.Enqueue((id, engagement.DeepClone()));
        }

        return Refused("marketingEngagementCreate", refusal);
    }

    private static JsonObject ReadTranslations(FakeShop shop, JsonNode variables)
    {
        var product = AdminId.NumberOf(variables["product"]!.GetValue<string>())!.Value;
        var found = shop.Translations.TryGetValue((product, variables["locale"]!.GetValue<string>()), out var told);
        return new JsonObject
        {
            ["product"] = shop.Products.ContainsKey(product) ? new JsonObject
            {
                ["translations"] = !found ? [] : new JsonArray(
                    new JsonObject { ["key"] = "title", ["value"] = told.Title, ["outdated"] = false }, new JsonObject { ["key"] = "body_html", ["value"] = told.BodyHtml, ["outdated"] = false }),
                ["options"] = new JsonArray(new JsonObject
                {
                    ["name"] = "Colour", ["position"] = 1,
                    ["translations"] = found ? new JsonArray(new JsonObject { ["key"] = "name", ["value"] = "Farbe", ["outdated"] = false }) : [],
                    ["optionValues"] = new JsonArray(new JsonObject { ["name"] = "Moss", ["translations"] = new JsonArray() }, new JsonObject { ["name"] = "Sand", ["translations"] = new JsonArray() }),
                }),
            } : null,
        };
    }

    private static JsonObject Refused(string mutation, string? code) => new()
    {
        [mutation] = new JsonObject { ["userErrors"] = code is null ? new JsonArray() : new JsonArray(new JsonObject { ["code"] = code, ["field"] = new JsonArray(), ["message"] = "No." }) },
    };

    private static JsonObject ReadProducts(FakeShop shop, JsonNode variables)
    {
        var since = DateTimeOffset.Parse(Since().Match(variables["query"]!.GetValue<string>()).Groups[1].Value);
        var skipped = int.Parse(variables["after"]?.GetValue<string>() ?? "0");
        var found = shop.Products.Values.Where(product => product.UpdatedAt >= since).OrderBy(product => product.UpdatedAt).ToList();
        return new JsonObject
        {
            ["products"] = new JsonObject
            {
                ["nodes"] = new JsonArray([.. found.Skip(skipped).Take(2).Select(product => (JsonNode)Whole(product))]),
                ["pageInfo"] = new JsonObject { ["hasNextPage"] = found.Count > skipped + 2, ["endCursor"] = $"{skipped + 2}" },
            },
        };
    }

    private static JsonObject Whole(FakeProduct product)
    {
        var node = product.Node();
        node["variants"] = new JsonObject
        {
            ["nodes"] = new JsonArray([.. product.VariantNodes().Zip([9073, 9072]).Select(pair =>
            {
                pair.First["media"] = new JsonObject { ["nodes"] = new JsonArray(new JsonObject { ["id"] = $"gid://shopify/MediaImage/{pair.Second}" }) };
                return (JsonNode)pair.First;
            })]),
        };
        node["media"] = new JsonObject { ["nodes"] = new JsonArray([.. product.ImageNodes().Select(image => (JsonNode)image)]) };
        return node;
    }

    private async Task Bulk(string shop, HttpContext http)
    {
        foreach (var line in Shops[shop].Products.Values.OrderBy(product => product.Id).SelectMany(product => product.Lines()))
        {
            await http.Response.WriteAsync(line.ToJsonString(new JsonSerializerOptions()) + "\n");
        }
    }

    [GeneratedRegex(@"\$(\w+): ([\w\[\]!]+)")]
    private static partial Regex Variable();

    [GeneratedRegex(@"updated_at:>='([^']+)'")]
    private static partial Regex Since();
}
