using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Prices;
using SoraFunctions.Commerce.Stripe;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Pipeline.Payments;

/// <summary>Payment links at Stripe: one for each video and channel, made once, and switched off at their end.</summary>
/// <param name="database">Where they are written down.</param>
/// <param name="accounts">Whose they are.</param>
/// <param name="stripe">Who makes them.</param>
/// <param name="time">The clock.</param>
public sealed class PaymentLinks(SoraDatabase database, PaymentAccounts accounts, StripeClient stripe, TimeProvider time)
{
    private const int MostAtOnce = 200;

    /// <summary>Checks that a request for payment links can be met.</summary>
    /// <param name="tenant">Whose request.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RequestException">There is no account, or no price.</exception>
    public async Task Check(string tenant, VideoRequest request, CancellationToken cancellation)
    {
        if (request.Link?.Targets?.Any(target => target.IsPayment) is not true)
        {
            return;
        }

        if (request.Product is not { Price: > 0, Currency: not null })
        {
            throw new RequestException(new RequestError("product.price", "product.price is required for a payment link.", RequestErrorCodes.MissingField));
        }

        if (await accounts.Of(tenant, cancellation) is null)
        {
            throw new RequestException(new RequestError("link.targets", "link.targets asks for a payment link, which needs an account at Stripe: POST /v1/stripe first.", "stripe_not_set"));
        }
    }

    /// <summary>Where a video's product is paid in a channel: made at Stripe the first time.</summary>
    /// <param name="tenant">Whose video.</param>
    /// <param name="videoId">Which video.</param>
    /// <param name="channel">Which channel.</param>
    /// <param name="request">What it sells.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="FinalException">Stripe refuses.</exception>
    public async Task<string> Make(string tenant, string videoId, string channel, VideoRequest request, CancellationToken cancellation)
    {
        if (await database.PaymentLinks.AsNoTracking().FirstOrDefaultAsync(
            row => row.TenantId == tenant && row.VideoId == videoId && row.Channel == channel, cancellation) is { } made)
        {
            return made.Url;
        }

        var account = await accounts.Of(tenant, cancellation) ?? throw new FinalException("stripe_not_set", "There is no account at Stripe any more to make a payment link with.");
        var order = new PaymentLinkOrder(request.Product!.Title, new Money(request.Product.Price!.Value, request.Product.Currency!))
        {
            Metadata = [new("video", videoId), new("channel", channel), .. request.Link!.Campaign is { } campaign ? new[] { KeyValuePair.Create("campaign", campaign) } : []],
        };
        var link = await Asked(() => stripe.Post(account.Key, "/v1/payment_links", order.Fields(), OnceOf("make", tenant, videoId, channel, order.Price.ToString()), cancellation));
        var row = new PaymentLinkRow
        {
            Id = link.GetProperty("id").GetString()!,
            TenantId = tenant,
            VideoId = videoId,
            Channel = channel,
            Url = link.GetProperty("url").GetString()!,
            ExpiresAt = request.Link.ExpiresAt,
        };
        database.PaymentLinks.Add(row);
        await database.SaveChangesAsync(cancellation);
        return row.Url;
    }

    /// <summary>Switches off what is past its end. What Stripe can't do now is done at the next time.</summary>
    /// <param name="cancellation">Stops after the present one.</param>
    public async Task End(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await End(await database.PaymentLinks.Where(row => row.EndedAt == null && row.ExpiresAt <= now).OrderBy(row => row.ExpiresAt).Take(MostAtOnce).ToListAsync(cancellation), cancellation);
    }

    /// <summary>Ends those of a video now; what Stripe can't do now <see cref="End(CancellationToken)"/> does later.</summary>
    /// <param name="videoId">Which video.</param>
    /// <param name="cancellation">Stops after the present one.</param>
    public async Task EndOf(string videoId, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await database.PaymentLinks.Where(row => row.VideoId == videoId && row.EndedAt == null && (row.ExpiresAt == null || row.ExpiresAt > now))
            .ExecuteUpdateAsync(change => change.SetProperty(row => row.ExpiresAt, now), cancellation);
        await End(await database.PaymentLinks.Where(row => row.VideoId == videoId && row.EndedAt == null).ToListAsync(cancellation), cancellation);
    }

    private async Task End(List<PaymentLinkRow> due, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        foreach (var row in due)
        {
            if (await accounts.Of(row.TenantId, cancellation) is { } account)
            {
                try
                {
                    await stripe.Post(account.Key, $"/v1/payment_links/{row.Id}", [new("active", "false")], OnceOf("end", row.TenantId, row.Id), cancellation);
                }
                catch (IOException)
                {
                    continue;
                }
                catch (StripeException)
                {
                    // The link or the key is gone there: nothing takes payments any more that we could switch off.
                }
            }

            row.EndedAt = now;
            await database.SaveChangesAsync(cancellation);
        }
    }

    private static async Task<T> Asked<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (StripeException refusal)
        {
            throw new FinalException("stripe_refused", $"Stripe refused the payment link: {refusal.Message}");
        }
    }

    private static string OnceOf(params string[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
}
