using SoraFunctions.Commerce.Shopify.Admin;

namespace SoraFunctions.Pipeline.Shops.Admin;

/// <summary>What a shop answered, over HTTP.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Answer">The answer; null where there is none that can be read.</param>
/// <param name="RetryAfter">When to ask again; null when it doesn't say.</param>
internal sealed record AdminReply(int Status, AdminAnswer? Answer, TimeSpan? RetryAfter)
{
    /// <summary>Most bytes of an answer.</summary>
    private const int LongestBody = 8 << 20;

    /// <summary>Whether it was refused, for the moment, before anything was done.</summary>
    public bool IsRefusedForNow => Status == 429 || Answer is { Throttled: true };

    /// <summary>Whether it failed for the moment.</summary>
    public bool IsPassing => IsRefusedForNow || Status is 408 or >= 500 || (Status == 200 && Answer is null);

    public static async Task<AdminReply> Of(HttpResponseMessage answer, CancellationToken cancellation)
    {
        await using var content = await answer.Content.ReadAsStreamAsync(cancellation);
        using var body = new MemoryStream();
        var buffer = new byte[81920];
        for (int count; (count = await content.ReadAsync(buffer, cancellation)) > 0;)
        {
            body.Write(buffer, 0, count);
            if (body.Length > LongestBody)
            {
                return new AdminReply(502, null, null);
            }
        }

        var read = answer.IsSuccessStatusCode ? AdminAnswer.Read(body.GetBuffer().AsMemory(0, (int)body.Length)) : null;
        return new AdminReply((int)answer.StatusCode, read, Pause(read) ?? answer.Headers.RetryAfter?.Delta);
    }

    private static TimeSpan? Pause(AdminAnswer? answer) => answer is { Throttled: true, Cost: { } cost }
        ? cost.WaitFor(cost.Requested, TimeSpan.Zero) + TimeSpan.FromMilliseconds(100)
        : null;
}
