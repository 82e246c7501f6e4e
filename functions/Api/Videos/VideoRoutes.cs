using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Characters;
using SoraFunctions.Api.Posting;

namespace SoraFunctions.Api.Videos;

/// <summary><c>/v1/videos</c>.</summary>
internal static class VideoRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var videos = api.MapGroup("/videos").Needs(Scope.Render);
        videos.MapPost("", http => Post.Handle(http, VideoPosts.Create));
        videos.MapGet("", VideoReads.List).Needs(Scopes.Viewing);
        videos.MapGet("/{id}", VideoReads.Retrieve).Needs(Scopes.Viewing);
        videos.MapDelete("/{id}", VideoReads.Delete);
        videos.MapMethods("/{id}/content", ["GET", "HEAD"], VideoReads.Content).Needs(Scopes.Viewing);
        videos.MapPost("/{id}/remix", http => Post.Handle(http, ChangePosts.Remix));
        videos.MapPost("/{id}/cancel", ControlPosts.Cancel);
        videos.MapPost("/{id}/suspend", ControlPosts.Suspend);
        videos.MapPost("/{id}/resume", ControlPosts.Resume);
        videos.MapPost("/edits", http => Post.Handle(http, ChangePosts.Edit));
        videos.MapPost("/extensions", http => Post.Handle(http, ChangePosts.Extend));
        CharacterRoutes.Map(videos);
    }
}
