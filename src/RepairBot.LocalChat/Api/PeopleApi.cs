using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;
using RepairBot.Core.Chat;
using RepairBot.Core.Repairs;
using RepairBot.LocalChat.Guards;

namespace RepairBot.LocalChat.Api;

/// <summary>What a person does and sees: commands, actions, texts, messages, files.</summary>
internal sealed class PeopleApi(TurnLoop loop, PersonRate rate)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        var people = routes.MapGroup("/api/people/{person}");
        people.MapGet("/messages", For(MessagesAsync));
        people.MapGet("/files/{message}", For(FileAsync));
        people.MapPost("/commands", For(CommandAsync));
        people.MapPost("/actions", For(ActionAsync));
        people.MapPost("/texts", For(TextAsync));
    }

    // Plain delegates: binding parameters by expression trees would cost more memory than the whole API.
    private static RequestDelegate For(Func<string, HttpRequest, Task<IResult>> call) => async context =>
    {
        var answer = await call(Route(context.Request, "person"), context.Request);
        await answer.ExecuteAsync(context);
    };

    private static string Route(HttpRequest request, string name) => (string)request.RouteValues[name]!;

    private async Task<IResult> MessagesAsync(string person, HttpRequest request)
    {
        var who = PersonName.Identify(person);
        var after = After(request.Query["after"]);
        var messages = await loop.ReadAsync(who, after, request.HttpContext.RequestAborted);
        var seq = messages is [.., var newest] ? newest.Seq : await EndAsync(who, after, request.HttpContext.RequestAborted);
        return Feed(person, seq, messages);
    }

    private async Task<IResult> FileAsync(string person, HttpRequest request)
    {
        var who = PersonName.Identify(person);
        var found = MessageId.TryParse(Route(request, "message"), out var id) ? await loop.FindAsync(who, id, request.HttpContext.RequestAborted) : null;
        return found is { Removed: false, File: { } file }
            ? TypedResults.File(Encoding.UTF8.GetBytes(file.Content.Reveal()), file.MediaType, file.Name)
            : throw new RefusedException(StatusCodes.Status404NotFound, "There is no such file.");
    }

    private async Task<IResult> CommandAsync(string person, HttpRequest request)
    {
        var who = Admit(person, request);
        var body = await Body.ReadAsync(request, ApiJson.Default.CommandRequest, CommandRequest.Shape);
        return await TakeAsync(person, who, new ChatEvent.Command(Body.Key(body.Key), Seed(), Body.Text(body.Name), Body.Texts(body.Options)));
    }

    private async Task<IResult> ActionAsync(string person, HttpRequest request)
    {
        var who = Admit(person, request);
        var body = await Body.ReadAsync(request, ApiJson.Default.ActionRequest, ActionRequest.Shape);
        var message = MessageId.TryParse(Body.Text(body.Message), out var id) ? id : default;
        var pressed = new ChatEvent.Pressed(
            Body.Key(body.Key), Seed(), message, Body.Text(body.Action), Body.Values(body.Values), Body.Texts(body.Fields));
        return message == default
            ? throw new RefusedException(StatusCodes.Status404NotFound, "There is no such message.")
            : await TakeAsync(person, who, pressed);
    }

    private async Task<IResult> TextAsync(string person, HttpRequest request)
    {
        var who = Admit(person, request);
        var body = await Body.ReadAsync(request, ApiJson.Default.TextRequest, TextRequest.Shape);
        if (body.Seen < 0)
        {
            throw Body.Malformed("seen is the last seq on the screen: 0 or more.");
        }

        return await TakeAsync(person, who, new ChatEvent.Typed(Body.Key(body.Key), Seed(), new PrivateText(Body.Text(body.Text)), body.Seen));
    }

    // A turn in hand is finished even when whoever asked has gone or the program is stopping: they will ask again with the same key.
    private async Task<IResult> TakeAsync(string person, PlatformIdentity who, ChatEvent chatEvent)
    {
        var answer = await loop.HandleAsync(who, chatEvent, CancellationToken.None);
        return answer.Result switch
        {
            TurnResult.Taken or TurnResult.Repeated => Feed(person, answer.Seq, answer.Messages),
            TurnResult.Stale => throw Refused(StatusCodes.Status409Conflict, answer.Detail, "That question has moved on."),
            TurnResult.UnknownCommand => throw Refused(StatusCodes.Status404NotFound, answer.Detail, "There is no such command."),
            TurnResult.UnknownMessage => throw Refused(StatusCodes.Status404NotFound, answer.Detail, "There is no such message."),
            TurnResult.Refused => throw Refused(StatusCodes.Status400BadRequest, answer.Detail, "That does not fit the question."),
        };
    }

    private PlatformIdentity Admit(string person, HttpRequest request)
    {
        var who = PersonName.Identify(person);
        if (rate.Allows(person))
        {
            return who;
        }

        request.HttpContext.Response.Headers.RetryAfter = "1";
        throw new RefusedException(
            StatusCodes.Status429TooManyRequests, "That was a lot at once. Nothing was changed; wait a second and send it again.");
    }

    // Nothing is newer than what the page has seen. Unless everything was deleted meanwhile: then the feed has begun anew, and its own end says so.
    private async Task<long> EndAsync(PlatformIdentity who, long after, CancellationToken cancellationToken)
    {
        if (after == 0 || await loop.ReadAsync(who, after - 1, cancellationToken) is not [])
        {
            return after;
        }

        return await loop.ReadAsync(who, 0, cancellationToken) is [.., var newest] ? newest.Seq : 0;
    }

    private static JsonHttpResult<FeedAnswer> Feed(string person, long seq, IReadOnlyList<Message> messages) =>
        TypedResults.Json(new FeedAnswer(seq, [.. messages.Select(message => Showing.Show(message, person))]), ApiJson.Default.FeedAnswer);

    private static RefusedException Refused(int status, string? detail, string otherwise) => new(status, detail ?? otherwise);

    private static long After(StringValues after) => after switch
    {
        [] => 0,
        [var only] when long.TryParse(only, NumberStyles.None, CultureInfo.InvariantCulture, out var seq) => seq,
        _ => throw Body.Malformed("after is a seq: 0 or more."),
    };

    private static ulong Seed() => BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(ulong)));
}
