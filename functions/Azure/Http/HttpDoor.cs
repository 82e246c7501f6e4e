using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Api;
using SoraFunctions.Azure.Durable;

namespace SoraFunctions.Azure.Http;

/// <summary>
/// Hands the requests of all HTTP functions to the one API, which finds the endpoint, asks for the key and writes the answer: a function
/// only tells the host that its route exists.
/// </summary>
/// <param name="services">The app's.</param>
public sealed class HttpDoor(IServiceProvider services)
{
    private readonly Lazy<RequestDelegate> _api = new(() => SoraApi.BuildSoraApi(services));

    /// <summary>Answers a request.</summary>
    /// <param name="request">As the worker received it.</param>
    /// <param name="client">What the function was bound to.</param>
    /// <param name="context">The invocation, whose services the request gets.</param>
    /// <returns>A result that writes nothing: the answer has been written, and without a result the worker would log that there is none.</returns>
    public async Task<IResult> Answer(HttpRequest request, DurableTaskClient client, FunctionContext context)
    {
        var http = request.HttpContext;
        http.RequestServices = context.InstanceServices;
        http.RequestServices.GetRequiredService<ClientSlot>().Client = client;
        http.Connection.RemoteIpAddress = ClientAddress.Of(http);

        // The worker's own routing has found the function; where an endpoint is set, no other routing would look for one.
        http.SetEndpoint(null);
        request.RouteValues.Clear();
        await _api.Value(http);
        return Results.Empty;
    }
}
