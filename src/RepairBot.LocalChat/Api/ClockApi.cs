using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using RepairBot.LocalChat.Clock;

namespace RepairBot.LocalChat.Api;

/// <summary>The time here, and moving it on.</summary>
internal sealed class ClockApi(ClockMoves moves)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/clock", ReadAsync);
        routes.MapPost("/api/clock", MoveAsync);
    }

    private async Task ReadAsync(HttpContext context) => await Show(await moves.ReadAsync(context.RequestAborted)).ExecuteAsync(context);

    private async Task MoveAsync(HttpContext context)
    {
        var body = await Body.ReadAsync(context.Request, ApiJson.Default.ClockRequest, ClockRequest.Shape);
        if (IsoDuration.Parse(body.Advance) is not { } by || by > ClockMoves.Longest)
        {
            throw Body.Malformed(
                $"advance is an ISO 8601 duration of weeks, days, hours, minutes and seconds from PT0S to P{ClockMoves.Longest.Days}D, such as PT10M.");
        }

        // A move that has begun is finished: stopping between two reminders would serve half of a day.
        var reading = body.Asleep ? await moves.SleepAsync(by, CancellationToken.None) : await moves.MoveAsync(by, CancellationToken.None);
        var moved = reading ?? throw Body.Malformed("The clock is as far ahead as it goes.");
        await Show(moved).ExecuteAsync(context);
    }

    private static JsonHttpResult<ClockAnswer> Show(ClockReading reading) =>
        TypedResults.Json(new ClockAnswer(reading.Now.UtcDateTime, reading.Next?.UtcDateTime), ApiJson.Default.ClockAnswer);
}
