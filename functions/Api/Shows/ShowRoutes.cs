using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Bodies;
using SoraFunctions.Api.Errors;
using SoraFunctions.Api.Json;
using SoraFunctions.Api.Posting;
using SoraFunctions.Api.Videos;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Requests.Reading;
using SoraFunctions.Pipeline.Shows;
using SoraFunctions.Pipeline.Shows.Wire;

namespace SoraFunctions.Api.Shows;

/// <summary><c>/v1/shows</c>: videos that their audience changes.</summary>
internal static class ShowRoutes
{
    private const int MostComments = 1000;
    private const int LongestComment = 500;
    private const int LongestAuthor = 200;
    private const int MostBytes = 1024 * 1024;
    private const int ShownVotes = 10;

    public static void Map(IEndpointRouteBuilder api)
    {
        var shows = api.MapGroup("/shows").Needs(Scope.Render | Scope.Campaign);
        shows.MapPost("", http => Post.Handle(http, Create));
        shows.MapGet("", List).Needs(Scopes.Viewing);
        shows.MapGet("/{id}", Retrieve).Needs(Scopes.Viewing);
        shows.MapDelete("/{id}", End);
        shows.MapPost("/{id}/comments", Comment);
    }

    private static async Task<Answer> Create(PostCall call, CancellationToken cancellation)
    {
        var wish = StrictJson.Read<ShowWish>(call.Fields());
        var row = await call.Service<ShowDesk>().Create(call.Tenant, call.Ids.Next("show"), wish, cancellation);
        return Answer.Of(ShowObject.Of(row, []), ApiJson.Default.ShowObject);
    }

    private static async Task<IResult> List(HttpContext http, SoraDatabase database, CancellationToken cancellation)
    {
        var (query, tenant) = (ListQuery.Of(http.Request), http.Tenant());
        var rows = database.Shows.AsNoTracking().Where(row => row.TenantId == tenant);
        rows = query.After is { } after
            ? rows.Where(row => query.Ascending ? string.Compare(row.Id, after) > 0 : string.Compare(row.Id, after) < 0)
            : rows;
        var found = await (query.Ascending ? rows.OrderBy(row => row.Id) : rows.OrderByDescending(row => row.Id)).Take(query.Limit + 1).ToListAsync(cancellation);
        return TypedResults.Json(
            ObjectList<ShowObject>.Page([.. found.Select(row => ShowObject.Of(row, []))], query.Limit, show => show.Id), ApiJson.Default.ObjectListShowObject);
    }

    private static async Task<IResult> Retrieve(string id, HttpContext http, CancellationToken cancellation)
    {
        var row = await Get(http, id, cancellation);
        var votes = await Service<ShowVotes>(http).Count(row, ShownVotes, cancellation);
        return TypedResults.Json(ShowObject.Of(row, votes), ApiJson.Default.ShowObject);
    }

    private static async Task<IResult> End(string id, HttpContext http, CancellationToken cancellation)
    {
        await Service<ShowDesk>(http).End(await Get(http, id, cancellation), cancellation);
        return TypedResults.Json(new DeletedObject(id, "show.ended"), ApiJson.Default.DeletedObject);
    }

    /// <summary>A stream of text is read line by line; JSON as every other body.</summary>
    private static async Task Comment(HttpContext http)
    {
        var cancellation = http.RequestAborted;
        if (http.Request.ContentType?.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) != true)
        {
            await Post.Handle(http, (call, token) => Take(call.Http, call.RouteId(), StrictJson.Read<CommentsWish>(call.Fields()).Comments, token));
            return;
        }

        var lines = Encoding.UTF8.GetString((await BodyReader.Read(http.Request, MostBytes, cancellation)).Span)
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var answer = await Take(http, (string)http.GetRouteValue("id")!, [.. lines.Select(Line)], cancellation);
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(answer.Json, cancellation);
    }

    private static ShowComment Line(string line) => line.IndexOf('\t', StringComparison.Ordinal) is var tab and > 0
        ? new ShowComment { Author = line[..tab], Text = line[(tab + 1)..] }
        : new ShowComment { Text = line };

    private static async Task<Answer> Take(HttpContext http, string id, IReadOnlyList<ShowComment> comments, CancellationToken cancellation)
    {
        if (comments.Count is 0 or > MostComments)
        {
            throw Refusals.Invalid("comments", $"comments must have 1 to {MostComments} entries; it has {comments.Count}.");
        }

        foreach (var (index, comment) in comments.Index())
        {
            if (comment.Text.Length > LongestComment || string.IsNullOrWhiteSpace(comment.Text))
            {
                throw Refusals.Invalid($"comments[{index}].text", $"comments[{index}].text must have 1 to {LongestComment} characters.");
            }

            if (comment.Author?.Length > LongestAuthor)
            {
                throw Refusals.Invalid($"comments[{index}].author", $"comments[{index}].author must have at most {LongestAuthor} characters.");
            }
        }

        var row = await Get(http, id, cancellation);
        if (row.EndedAt is not null)
        {
            throw Refusals.Conflict("show_id", "The show has ended.", "show_ended");
        }

        var taken = await Service<ShowVotes>(http).Take(row, comments, cancellation);
        return Answer.Of(
            new ShowCommentsObject("show.comments", comments.Count, taken.Votes, taken.NotUnderstood, taken.Refused), ApiJson.Default.ShowCommentsObject);
    }

    private static async Task<ShowRow> Get(HttpContext http, string id, CancellationToken cancellation) =>
        await Service<ShowDesk>(http).Find(http.Tenant(), id, cancellation)
        ?? throw Refusals.NotFound("show_id", $"There is no show '{id}'.", "show_not_found");

    private static T Service<T>(HttpContext http)
        where T : notnull => http.RequestServices.GetRequiredService<T>();
}
