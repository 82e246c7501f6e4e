using System.Text.Json;

namespace SoraFunctions.Api.Shopify;

/// <summary>What is kept of a buyer, as the shop asked for it.</summary>
internal sealed record DataRequestObject(string Id, string Object, string Shop, long CreatedAt, JsonElement Export);
