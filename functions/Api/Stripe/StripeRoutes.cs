using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Bodies;
using SoraFunctions.Api.Errors;
using SoraFunctions.Api.Json;
using SoraFunctions.Api.Posting;
using SoraFunctions.Api.Videos;
using SoraFunctions.Commerce.Signatures;
using SoraFunctions.Commerce.Stripe;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Payments;
using SoraFunctions.Pipeline.Payments.Wire;
using SoraFunctions.Pipeline.Requests.Reading;
using SoraFunctions.Pipeline.Sales;

namespace SoraFunctions.Api.Stripe;

/// <summary><c>/v1/stripe</c>, a tenant's account, and <c>/webhooks/stripe/{tenant}</c>, where Stripe tells of it.</summary>
internal static class StripeRoutes
{
    /// <summary>Stripe's events have some kilobytes.</summary>
    private const long MostBytes = 1 << 20;

    private static readonly string[] _events = ["checkout.session.completed", "checkout.session.async_payment_succeeded", "charge.refunded"];

    public static void Map(IEndpointRouteBuilder app, IEndpointRouteBuilder api)
    {
        var stripe = api.MapGroup("/stripe").Needs(Scope.Admin);
        stripe.MapPost("", http => Post.Handle(http, Set));
        stripe.MapGet("", Show);
        stripe.MapDelete("", Remove);
        app.MapPost("/webhooks/stripe/{tenant}", Hear);
    }

    private static async Task<Answer> Set(PostCall call, CancellationToken cancellation)
    {
        var wish = StrictJson.Read<StripeWish>(call.Fields());
        var accounts = call.Service<PaymentAccounts>();
        if (!accounts.CanKeep)
        {
            throw Refusals.NotMade("key", "This deployment keeps no keys of its tenants: its operator has to set SORA_REMOTE_KEYS first.");
        }

        var row = await accounts.Set(new PaymentAccount(call.Tenant, wish.Key, wish.WebhookSecret), cancellation);
        return Answer.Of(ToWire(row, call.Http), ApiJson.Default.StripeObject);
    }

    private static async Task<IResult> Show(HttpContext http, PaymentAccounts accounts, CancellationToken cancellation) => TypedResults.Json(
        ToWire(await accounts.Shown(http.Tenant(), cancellation) ?? throw Unset(), http), ApiJson.Default.StripeObject);

    private static async Task<IResult> Remove(HttpContext http, PaymentAccounts accounts, CancellationToken cancellation) =>
        await accounts.Remove(http.Tenant(), cancellation)
            ? TypedResults.Json(new DeletedObject(http.Tenant(), "stripe_account.deleted"), ApiJson.Default.DeletedObject)
            : throw Unset();

    /// <summary>Verified, written down, answered. Who can't sign learns neither whether there is an account nor anything else.</summary>
    private static async Task<IResult> Hear(
        string tenant, HttpContext http, PaymentAccounts accounts, SaleRecorder sales, TimeProvider time, CancellationToken cancellation)
    {
        var body = await BodyReader.Read(http.Request, MostBytes, cancellation);
        var account = await accounts.Of(tenant, cancellation);
        var verdict = account is null
            ? SignatureVerdict.Wrong
            : TimedSignature.Judge(http.Request.Headers["Stripe-Signature"].ToString(), body.Span, [account.Secret], time.GetUtcNow());
        if (account is null || verdict != SignatureVerdict.Valid)
        {
            throw Refusals.NoKey("The signature of this webhook does not hold.");
        }

        if (StripeSales.OfEvent(Parse(body)) is { } sale)
        {
            await sales.Record(account.Tenant, sale, cancellation);
        }

        return TypedResults.Json(new ReceivedObject(true), ApiJson.Default.ReceivedObject);
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonElement.Parse(body.Span);
        }
        catch (JsonException)
        {
            throw Refusals.Invalid(null, "The body is not valid JSON.", "invalid_json");
        }
    }

    private static StripeObject ToWire(PaymentAccountRow row, HttpContext http) => new(
        "stripe_account", row.KeyHint, $"{http.Server()}/webhooks/stripe/{row.TenantId}", _events, row.ChangedAt.ToUnixTimeSeconds());

    private static ApiException Unset() => Refusals.NotFound("stripe", "No account at Stripe is set. POST /v1/stripe sets one.", "stripe_not_set");
}
